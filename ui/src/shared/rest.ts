// Waits until something that changes with every keystroke has come to rest, and passes it on once.

const PAUSE = 2000;

export class Rest {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private told: string,
    private tell: (words: string) => void,
  ) {}

  hear(words: string) {
    this.stop();
    if (words === this.told) return;
    this.timer = setTimeout(() => {
      this.told = words;
      this.tell(words);
    }, PAUSE);
  }

  stop() {
    clearTimeout(this.timer);
  }
}
