import { createGenerate } from '@image-studio/provider-generate';
import { openaiGenerate } from '@image-studio/provider-generate/openai';
import { createOpenai } from '@image-studio/vendor-openai';

/** Connects one provider package alone, with its defaults and its parts in memory, to the upstream. */
export function connect(upstream) {
  const vendor = createOpenai({ apiKey: 'sk-bench', baseUrl: `${upstream}/v1` });
  const generate = createGenerate({ providers: { openai: openaiGenerate(vendor) } });
  let edit;
  let generateInto;
  let editInto;
  return {
    generate: async (prompt) => {
      const { outputs } = await generate({ model: 'openai/gpt-image-2', prompt });
      return (await outputs[0].bytes()).length;
    },
    save: async (prompt, path) => {
      const { outputs } = await generate({ model: 'openai/gpt-image-2', prompt });
      await outputs[0].saveTo(path);
    },
    saveInFolder: async (prompt, path, folder) => {
      generateInto ??= folderGenerate(vendor, folder);
      const { outputs } = await (await generateInto)({ model: 'openai/gpt-image-2', prompt });
      await outputs[0].saveTo(path);
    },
    edit: async (prompt, picture) => {
      edit ??= await editBy(vendor, {});
      const { outputs } = await edit({ model: 'openai/gpt-image-2', prompt, image: picture });
      return (await outputs[0].bytes()).length;
    },
    editInFolder: async (prompt, picture, folder) => {
      editInto ??= folderAssets(folder).then((parts) => editBy(vendor, parts));
      const { outputs } = await (await editInto)({ model: 'openai/gpt-image-2', prompt, image: picture });
      return (await outputs[0].bytes()).length;
    },
  };
}

async function folderGenerate(vendor, folder) {
  return createGenerate({ providers: { openai: openaiGenerate(vendor) }, ...(await folderAssets(folder)) });
}

async function folderAssets(folder) {
  const { createFolderAssets } = await import('@image-studio/assets');
  return { assets: await createFolderAssets(folder) };
}

async function editBy(vendor, parts) {
  const { createEdit } = await import('@image-studio/provider-edit');
  const { openaiEdit } = await import('@image-studio/provider-edit/openai');
  return createEdit({ providers: { openai: openaiEdit(vendor) }, ...parts });
}
