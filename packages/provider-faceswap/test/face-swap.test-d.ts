import type { GenerateFaceSwap } from '../src/index.ts';

declare const faceSwap: GenerateFaceSwap;
declare const image: Uint8Array;

void faceSwap({ model: 'akool-face-swap', image, faces: [image], targets: [image], options: { face_enhance: true } });
void faceSwap({ image, face: image, faceIndex: 1, consent: 'release form 7' });
// @ts-expect-error the picture is missing
void faceSwap({ face: image });
// @ts-expect-error this model enhances nothing
void faceSwap({ model: 'image-face-swap', image, face: image, options: { face_enhance: true } });
