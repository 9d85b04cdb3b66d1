/** Somebody with a scarf in front of an evening sky, as SVG of 480 x 600 pixels. A person who does not exist. */
export const portrait = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="600" viewBox="0 0 480 600">
  <defs>
    <linearGradient id="wall" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#f3b58f"/><stop offset=".55" stop-color="#d97e74"/><stop offset="1" stop-color="#6d4a6e"/></linearGradient>
    <radialGradient id="sun" cx=".5" cy=".5" r=".5"><stop offset="0" stop-color="#ffe9c4"/><stop offset=".72" stop-color="#ffd9a3"/><stop offset="1" stop-color="#ffcf95" stop-opacity="0"/></radialGradient>
    <linearGradient id="skin" x1="0" y1="0" x2="1" y2=".35"><stop offset="0" stop-color="#ffd9b8"/><stop offset=".55" stop-color="#eeb28c"/><stop offset="1" stop-color="#c98564"/></linearGradient>
    <linearGradient id="neck" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#a9684f"/><stop offset=".55" stop-color="#dc9d79"/><stop offset="1" stop-color="#e5aa85"/></linearGradient>
    <linearGradient id="hair" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#6b3b33"/><stop offset=".5" stop-color="#45242a"/><stop offset="1" stop-color="#271722"/></linearGradient>
    <linearGradient id="coat" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#2f6f78"/><stop offset="1" stop-color="#173a4d"/></linearGradient>
    <linearGradient id="scarf" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#f6cf6f"/><stop offset="1" stop-color="#cf8a3c"/></linearGradient>
    <radialGradient id="iris" cx=".5" cy=".4" r=".6"><stop offset="0" stop-color="#7fa08a"/><stop offset="1" stop-color="#2f4a45"/></radialGradient>
    <radialGradient id="blush" cx=".5" cy=".5" r=".5"><stop offset="0" stop-color="#e8705f" stop-opacity=".42"/><stop offset="1" stop-color="#e8705f" stop-opacity="0"/></radialGradient>
    <clipPath id="face"><path d="M160 222c0-78 38-118 84-118s84 42 82 118c-1 44-10 78-28 106-16 25-36 40-55 40s-40-16-56-41c-18-28-27-60-27-105z"/></clipPath>
    <clipPath id="left"><path d="M178 233q22-21 46 1q-22 14-46-1z"/></clipPath>
    <clipPath id="right"><path d="M262 234q23-22 46-1q-23 15-46 1z"/></clipPath>
  </defs>
  <rect width="480" height="600" fill="url(#wall)"/>
  <circle cx="330" cy="196" r="190" fill="url(#sun)"/>
  <path d="M0 470q80-48 150-22t150-8 180-6v166H0z" fill="#5b4269" opacity=".55"/>
  <path d="M244 74c-86-4-124 62-122 146 2 70-26 120-30 176-3 46 30 84 62 92l186-4c40-10 62-52 52-98-12-56-26-96-28-166-3-86-40-142-120-146z" fill="url(#hair)"/>
  <path d="M204 330h82v78c0 30-82 30-82 0z" fill="url(#neck)"/>
  <path d="M20 600c4-92 52-146 132-168 30-9 44-20 52-32 14 34 66 34 82 0 10 13 24 24 54 32 78 22 116 78 120 168z" fill="url(#coat)"/>
  <path d="M160 424c20-8 34-18 44-34 22 30 64 30 84 0 12 18 26 28 44 36-18 42-52 62-88 62s-68-22-84-64z" fill="url(#scarf)"/>
  <path d="M172 436c38 34 104 36 148 0M186 452c34 24 84 25 118 0" fill="none" stroke="#a9682c" stroke-width="3" stroke-linecap="round" opacity=".55"/>
  <path d="M262 476c10 34 8 66-4 96l46-8c8-34 2-66-14-96z" fill="url(#scarf)"/>
  <path d="M276 486c9 28 9 54 3 80" fill="none" stroke="#a9682c" stroke-width="3" opacity=".45"/>
  <path d="M160 222c0-78 38-118 84-118s84 42 82 118c-1 44-10 78-28 106-16 25-36 40-55 40s-40-16-56-41c-18-28-27-60-27-105z" fill="url(#skin)"/>
  <g clip-path="url(#face)">
    <path d="M330 130c-8 50-4 96-22 142-12 34-28 66-58 98l90 10z" fill="#a9654f" opacity=".3"/>
    <ellipse cx="190" cy="286" rx="34" ry="24" fill="url(#blush)"/><ellipse cx="294" cy="286" rx="32" ry="24" fill="url(#blush)"/>
    <path d="M150 190c30-8 66-30 84-62 18 34 56 52 98 62v-110H150z" fill="#7e4638" opacity=".35"/>
  </g>
  <g fill="#fff6ee"><path d="M178 233q22-21 46 1q-22 14-46-1z"/><path d="M262 234q23-22 46-1q-23 15-46 1z"/></g>
  <g clip-path="url(#left)"><circle cx="203" cy="230" r="11.5" fill="url(#iris)"/><circle cx="203" cy="230" r="5" fill="#1a1216"/></g>
  <g clip-path="url(#right)"><circle cx="284" cy="230" r="11.5" fill="url(#iris)"/><circle cx="284" cy="230" r="5" fill="#1a1216"/></g>
  <g fill="#fff"><circle cx="199" cy="226" r="2.6"/><circle cx="280" cy="226" r="2.6"/></g>
  <g fill="none" stroke="#3a1d20" stroke-linecap="round"><path d="M175 234q25-26 51 0" stroke-width="4"/><path d="M260 234q25-26 51 0" stroke-width="4"/><path d="M175 234l-7-5M311 234l7-5" stroke-width="3"/><path d="M182 241q20 10 38 0M266 241q20 10 38 0" stroke-width="1.2" opacity=".5"/></g>
  <g fill="#47262a"><path d="M168 207q24-24 58-6l-1 7q-30-11-57-1z"/><path d="M260 201q34-18 58 6q-28-10-57 1z"/></g>
  <path d="M247 226c2 24 4 40 11 54 4 9-4 14-15 14-7 0-13-2-15-6" fill="none" stroke="#a9624b" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" opacity=".75"/>
  <path d="M240 232c-2 20-4 36-6 48" stroke="#ffe6cf" stroke-width="5" stroke-linecap="round" opacity=".55"/>
  <path d="M208 314c13-3 25-4 35 0 10-4 22-3 36 0-14 8-56 9-71 0z" fill="#b24a4b"/>
  <path d="M208 314c20 7 50 7 71 0-8 18-23 25-36 25s-27-8-35-25z" fill="#cf6560"/>
  <path d="M203 311q3 3 8 4M284 311q-3 3-8 4" stroke="#a9624b" stroke-width="2.5" stroke-linecap="round" fill="none"/>
  <path d="M228 329c10 4 20 4 29 0" stroke="#f2a59a" stroke-width="3" stroke-linecap="round" fill="none" opacity=".8"/>
  <path d="M244 92c-52 0-92 40-92 118 0 26 2 44 6 60-26-34-36-74-30-116 6-46 48-84 116-84s112 40 116 90c4 44-4 80-26 112 4-20 4-38 2-62-46-8-84-32-100-66-16 34-46 52-78 60 40-24 72-62 86-112z" fill="url(#hair)"/>
  <path d="M242 98c-46 0-84 42-84 106 42-10 74-46 84-106z" fill="url(#hair)"/>
  <path d="M236 112c-14 34-38 62-66 78M222 108c-20 24-36 44-50 72" fill="none" stroke="#a2655040" stroke-width="3" stroke-linecap="round"/>
  <g fill="none" stroke="#a2655030" stroke-width="3" stroke-linecap="round"><path d="M226 84c-50 12-80 56-84 112M206 92c-40 18-62 58-64 108M256 84c48 14 78 50 86 104M140 300c-6 48-26 84-28 130M352 300c4 44 22 80 24 126M126 300c-6 44-20 70-22 104"/></g>
  <path d="M160 262c-10-8-14 12-6 26 3 6 8 8 12 6z" fill="#e0a27e"/><circle cx="161" cy="300" r="5.5" fill="#ffe7a8"/><circle cx="159.5" cy="298.5" r="1.8" fill="#fff"/>
</svg>`;
