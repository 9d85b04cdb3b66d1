import { createRoot } from 'react-dom/client';
import './style.css';

createRoot(document.getElementById('root')!).render(<p>Image Studio</p>);
