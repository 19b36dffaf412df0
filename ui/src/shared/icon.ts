// What an icon is: a component of the icon set, which takes a size and a stroke.

import type { Component, SvelteComponent } from 'svelte';

// The set is written for Svelte 4, whose components are classes in types and functions in fact.
export type Icon = Component<any> | (new (...parts: any[]) => SvelteComponent<any>);
