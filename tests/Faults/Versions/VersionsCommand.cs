using System.CommandLine;

namespace Tocsin.Tests.Faults.Versions;

/// <summary>The command <c>versions</c>: two builds side by side under load, rolled forward and back.</summary>
internal static class VersionsCommand
{
    private static readonly Dictionary<string, Func<VersionsFault>> Parts = new()
    {
        ["old"] = () => new OldVersion(),
        ["newer"] = () => new NewerVersion(),
    };

    /// <summary>Makes it.</summary>
    public static Command Make()
    {
        var only = new Option<string?>("--only") { Description = $"Only this part: {string.Join(", ", Parts.Keys)}." };
        only.AcceptOnlyFromAmong([.. Parts.Keys]);
        var json = new Option<FileInfo?>("--json")
        {
            Description = "Where all that was measured is written: NAME.PART.json for NAME.json.",
        };
        var logs = new Option<DirectoryInfo?>("--logs") { Description = "Where what the servers said is written." };
        var command = new Command("versions", "Two builds side by side under load, rolled forward and back.") { only, json, logs };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(only), parsed.GetValue(json), parsed.GetValue(logs)));
        return command;
    }

    private static async Task<int> RunAsync(string? only, FileInfo? json, DirectoryInfo? logs)
    {
        var codes = new List<int>();
        foreach (var (name, make) in Parts.Where(part => only is null || part.Key == only))
        {
            var file = json is null ? null : new FileInfo(Path.ChangeExtension(json.FullName, $".{name}.json"));
            codes.Add(await FaultRun.RunAsync(make(), 1, file, logs, steps: true));
        }

        return codes.Contains(ExitCodes.Bad) ? ExitCodes.Bad : codes.Max();
    }
}
