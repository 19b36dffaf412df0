// What the letter still lacks, step by step, and which findings stand beside which field. The desk's findings are the
// only source: nothing is checked here a second time.

import type { Draft } from '../generated/Draft';
import type { Finding } from '../generated/Finding';
import type { Template } from '../generated/Template';
import { called, stepOf, STEPS, type StepName } from './naming';
import { covers } from './paths';

/** Something still to do, and the field where it is done. */
export interface ToDo {
  path: string;
  name: string;
}

/** How far a step is. `open` has nothing to complain of and nothing in it yet. */
export interface StepState {
  todo: ToDo[];
  /** Errors and warnings that are not about something missing. */
  doubts: number;
}

/** A finding that says that something required is not there. */
export function isAbsence(finding: Finding): boolean {
  return finding.severity === 'error' && finding.place.excerpt === '' && finding.place.path !== '';
}

/** The state of every step. */
export function stepStates(findings: Finding[], template: Template): Record<StepName, StepState> {
  const states = Object.fromEntries(STEPS.map((step) => [step, { todo: [], doubts: 0 }])) as unknown as Record<
    StepName,
    StepState
  >;
  for (const finding of findings) {
    const step = stepOf(finding.place.path);
    if (!step) continue;
    const state = states[step];
    if (!isAbsence(finding)) {
      if (finding.severity !== 'note') state.doubts += 1;
    } else if (!state.todo.some((todo) => todo.path === finding.place.path)) {
      state.todo.push({ path: finding.place.path, name: called(finding.place.path, template) });
    }
  }
  const all = STEPS.flatMap((step) => states[step].todo);
  // What is still to do is done before the letter is handed in; that step says so itself.
  states.review = { todo: all, doubts: STEPS.reduce((sum, step) => sum + states[step].doubts, 0) };
  return states;
}

/** The state of a step in words: `2 missing`, `1 to check`, `done`. */
export function stateWords(state: StepState, filled: boolean): string {
  if (state.todo.length > 0) return `${state.todo.length} missing`;
  if (state.doubts > 0) return `${state.doubts} to check`;
  return filled ? 'done' : 'nothing yet';
}

/**
 * The findings that stand beside a field: those about it or a part of it. With `inner`, the fields inside it that
 * show theirs themselves are left out.
 */
export function findingsAt(findings: Finding[], path: string, inner: string[] = []): Finding[] {
  return findings.filter((finding) => {
    const place = finding.place.path;
    return place !== '' && covers(path, place) && !inner.some((field) => covers(field, place));
  });
}

/** The findings of each step in the order of the steps; those without a step come last, under `undefined`. */
export function byStep(findings: Finding[]): { step: StepName | undefined; findings: Finding[] }[] {
  const steps = [...STEPS, undefined];
  return steps
    .map((step) => ({ step, findings: findings.filter((finding) => stepOf(finding.place.path) === step) }))
    .filter((group) => group.findings.length > 0);
}

/** How many findings of each severity, as a sentence: `2 errors and 1 warning`. */
export function counted(findings: Finding[]): string {
  const counts = (['error', 'warning', 'note'] as const)
    .map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${severity}${count === 1 ? '' : 's'}`);
  const last = counts.pop();
  if (!last) return 'nothing to mend';
  return counts.length > 0 ? `${counts.join(', ')} and ${last}` : last;
}

/** Whether a step has anything in it. */
export function isFilled(draft: Draft, step: StepName): boolean {
  const { item } = draft;
  switch (step) {
    case 'item':
      return [item.body, item.number, item.title, item.file_id].some((text) => text.trim() !== '');
    case 'words':
      return Object.values(draft.words).some((value) => (Array.isArray(value) ? value.length > 0 : value !== ''));
    case 'sign':
      return draft.signers.length > 0;
    case 'review':
      return false;
    case 'hand':
      return draft.portal !== '';
    default:
      return draft[step].length > 0;
  }
}
