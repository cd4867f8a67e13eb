using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Faults.Versions;

/// <summary>
/// Builds the product's programs out of a folder of sources, once: what was built is kept in the system's folder for temporary files,
/// under a key that names the sources.
/// </summary>
internal static class ProductBuilder
{
    private static readonly string[] Parts = ["Silo", "Gateway"];

    /// <summary>The build of these sources; made unless it is there.</summary>
    /// <param name="key">What names the sources: a commit, a digest.</param>
    /// <param name="name">What tables and logs call the build.</param>
    /// <param name="bring">Brings the sources into a folder that does not exist yet.</param>
    /// <param name="remove">Takes them away.</param>
    /// <exception cref="InvalidOperationException">It cannot be built.</exception>
    public static async Task<ServerBuild> MakeAsync(string key, string name, Func<string, Task> bring, Func<string, Task> remove)
    {
        var kept = Path.Combine(Path.GetTempPath(), "tocsin-builds", key);
        if (!Directory.Exists(kept))
        {
            Console.WriteLine($"Building {name}; it is kept in the system's folder for temporary files.");
            var work = Directory.CreateTempSubdirectory("tocsin-build-");
            var sources = Path.Combine(work.FullName, "sources");
            try
            {
                await bring(sources);
                await BuildAsync(sources);
                Keep(sources, Path.Combine(work.FullName, "built"), kept);
            }
            finally
            {
                await remove(sources);
                work.Delete(recursive: true);
            }
        }

        return ServerBuild.In(kept, name);
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it wrote.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        await using var run = ToolRun.Start(program, arguments);
        var (exit, output) = await run.EndAsync();
        return exit == 0
            ? output.Trim()
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {exit}:\n{output}");
    }

    // The console is not needed, nor is a compiler that stays.
    private static Task<string> BuildAsync(string sources) => RunAsync(
        "dotnet", "build", Path.Combine(sources, "Gateway"), "-c", "Release", "-v", "q",
        "-p:SkipConsole=true", "-p:UseSharedCompilation=false", "-nodeReuse:false");

    // Moved in one step: a folder that is there is whole.
    private static void Keep(string sources, string built, string kept)
    {
        Directory.CreateDirectory(built);
        foreach (var part in Parts)
            Directory.Move(Path.Combine(sources, part, "bin", "Release", "net10.0"), Path.Combine(built, part));
        Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
        Directory.Move(built, kept);
    }
}
