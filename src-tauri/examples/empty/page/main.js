// The same mark that Lectern sets when its home screen can be used.
performance.mark('home');
