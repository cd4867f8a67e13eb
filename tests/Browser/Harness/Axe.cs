using System.Text.Json;
using Microsoft.Playwright;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Browser.Harness;

/// <summary>axe-core, as the console's lock file has it: what of WCAG 2.2 A and AA a program can judge.</summary>
internal static class Axe
{
    private static readonly Lazy<string> s_script = new(() =>
        File.ReadAllText(Path.Combine(Checkout.Root, "Gateway", "Console", "node_modules", "axe-core", "axe.min.js")));

    private const string Question =
        """
        async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
          .violations.map(v => `${v.id} (${v.impact}): ${v.help}: ${v.nodes.slice(0, 3)
            .map(n => n.target.join(' ') + ' ' + (n.any[0]?.message ?? ''))
            .join(' | ')}`)
        """;

    /// <summary>What the page does wrong; empty: nothing.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("typeof axe !== 'undefined'"))
            await page.EvaluateAsync(s_script.Value + "; undefined");
        var found = await page.EvaluateAsync<JsonElement>(Question);
        return [.. found.EnumerateArray().Select(v => v.GetString()!)];
    }
}
