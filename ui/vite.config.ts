import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

/** Where the loopback server of the program listens during development. */
const RPC = "http://127.0.0.1:4875";

export default defineConfig({
  plugins: [svelte()],
  clearScreen: false,
  server: { port: 5175, strictPort: true, proxy: { "/rpc": RPC } },
  build: {
    target: ["es2022", "safari16"],
    // The policy of the window allows no inline scripts, and data: fonts neither.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
});
