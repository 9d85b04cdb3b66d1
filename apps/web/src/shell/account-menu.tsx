import { LogOut } from 'lucide-react';
import { Button } from '../parts/button.tsx';
import { useSession } from '../session.tsx';
import { texts } from '../texts/english.ts';

/** The way out. */
export function AccountMenu() {
  const { signOut } = useSession();
  return (
    <Button look="icon" onClick={signOut} aria-label={texts.signIn.out} title={texts.signIn.out}>
      <LogOut size={17} aria-hidden />
    </Button>
  );
}
