import { Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { texts } from '../texts/english.ts';

/** Light or dark; begins with what the system says (public/theme.js) and remembers a choice. */
export function ThemeToggle() {
  const [theme, setTheme] = useState(document.documentElement.dataset['theme'] ?? 'light');
  const next = theme === 'dark' ? 'light' : 'dark';
  const toggle = () => {
    document.documentElement.dataset['theme'] = next;
    localStorage.setItem('image-studio.theme', next);
    setTheme(next);
  };
  return (
    <Button look="icon" onClick={toggle} aria-label={next === 'dark' ? texts.theme.toDark : texts.theme.toLight}>
      {next === 'dark' ? <Moon size={17} aria-hidden /> : <Sun size={17} aria-hidden />}
    </Button>
  );
}
