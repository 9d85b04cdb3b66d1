/** How words of a model's path are written for people. */
const spelled: Readonly<Record<string, string>> = {
  flux: 'FLUX',
  gpt: 'GPT',
  ai: 'AI',
  sdxl: 'SDXL',
  sd: 'SD',
  lora: 'LoRA',
  i2v: 'I2V',
  hidream: 'HiDream',
  ic: 'IC',
  sam: 'SAM',
  sam3: 'SAM 3',
  '3d': '3D',
  seedvr2: 'SeedVR2',
  glm: 'GLM',
  ltx: 'LTX',
  srpo: 'SRPO',
  uno: 'UNO',
  uso: 'USO',
  esrgan: 'ESRGAN',
  chrono: 'Chrono',
  firered: 'FireRed',
  longcat: 'LongCat',
  step1x: 'Step1X',
  bitdance: 'BitDance',
  joyai: 'JoyAI',
  mai: 'MAI',
  pulid: 'PuLID',
  hunyuan3d: 'Hunyuan3D',
  tripo3d: 'Tripo3D',
  infinite: 'Infinite',
  vace: 'VACE',
  xl: 'XL',
  cogview: 'CogView',
  pixverse: 'PixVerse',
  openai: 'OpenAI',
  stabilityai: 'Stability AI',
  hd: 'HD',
  pbr: 'PBR',
};

/** Vendors whose paths say too little without them. */
const brands: Readonly<Record<string, string>> = {
  bria: 'Bria',
  topaz: 'Topaz',
  akool: 'Akool',
  luma: 'Luma',
  vidu: 'Vidu',
  pika: 'Pika',
  higgsfield: 'Higgsfield',
  runwayml: 'Runway',
  midjourney: 'Midjourney',
  minimax: 'MiniMax',
  'recraft-ai': 'Recraft',
  'ideogram-ai': 'Ideogram',
  'clarity-ai': 'Clarity',
  tripo3d: 'Tripo3D',
  hyper3d: 'Hyper3D',
  'scenario-marketing': 'Scenario',
  'video-effects': 'Video Effects',
  'stability-ai': 'Stability',
  nvidia: 'NVIDIA',
  microsoft: 'Microsoft',
  leonardoai: 'Leonardo',
  'x-ai': 'xAI',
  'skywork-ai': 'Skywork',
  'pruna-ai': 'Pruna',
};

/** A name for people, from the vendor's path alone: `wavespeed-ai/qwen-image/edit-plus` is Qwen Image Edit Plus. */
export function modelName(id: string): string {
  const [vendor = '', ...path] = id.split('/');
  const words = path
    .join('-')
    .split('-')
    .filter((word) => word !== '')
    .map(spell);
  const brand = brands[vendor];
  const said = brand !== undefined && words[0]?.toLowerCase() === brand.toLowerCase();
  const all = brand === undefined || said ? words : [brand, ...words];
  return all
    .filter((word, index) => word !== all[index - 1])
    .join(' ')
    .replace(/\bText To (Image|3D|Vector)\b/, '(from text)')
    .replace(/\bImage To Image\b/, '(from a picture)')
    .replace(/\bImage To (Video|3D)\b/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function spell(word: string): string {
  const known = spelled[word];
  if (known !== undefined) return known;
  if (/^v\d/.test(word)) return word.slice(1);
  return /^\d/.test(word)
    ? word.replace(/^(\d+)[bk]$/, (text) => text.toUpperCase())
    : `${word[0]!.toUpperCase()}${word.slice(1)}`;
}
