namespace Tocsin.Tests.Support.Processes;

/// <summary>
/// The judge of whatever a test did to a journal: the operators' own audit, as a program of its own, beside what runs or when nothing does.
/// </summary>
public static class JournalAuditing
{
    /// <summary>Audits the journal of a folder; throws with all that the audit said unless it is clean.</summary>
    public static Task OfFolderAsync(string dataDirectory) =>
        CleanAsync(["--Tocsin:Mode", "Embedded", "--Tocsin:DataDirectory", dataDirectory]);

    /// <summary>Audits the journal of a database; throws with all that the audit said unless it is clean.</summary>
    public static Task OfDatabaseAsync(string connectionString) =>
        CleanAsync(["--Tocsin:Mode", "Cluster", "--ConnectionStrings:Tocsin", connectionString]);

    /// <summary>Runs the audit.</summary>
    /// <returns>Its exit code, and what it wrote.</returns>
    public static Task<(int ExitCode, string Output)> RunAsync(params IEnumerable<string> options) => RunAsync(ServerBuild.Own, options);

    /// <summary>Runs the audit of another build.</summary>
    /// <returns>Its exit code, and what it wrote.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(ServerBuild build, params IEnumerable<string> options)
    {
        ArgumentNullException.ThrowIfNull(build);
        await using var audit = ToolRun.Start("dotnet", [build.Silo, "audit", .. options]);
        return await audit.EndAsync();
    }

    private static async Task CleanAsync(IEnumerable<string> options)
    {
        var (exit, output) = await RunAsync(options);
        if (exit != 0)
            throw new InvalidOperationException($"The audit ended with {exit}:\n{output}");
    }
}
