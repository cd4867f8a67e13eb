using Tocsin.Auditing;
using Tocsin.Backup;
using Tocsin.Projections;
using Tocsin.Schema;
using Tocsin.Settings;

namespace Tocsin.Hosting;

/// <summary>
/// The commands of <c>dotnet run --project Silo -- COMMAND</c>; without one it runs a silo. A command exits with 0, or with 1 and one line
/// that says why; the audit has exit codes of its own.
/// </summary>
public static class SiloCommands
{
    private static readonly Dictionary<string, Func<IConfiguration, Task<int>>> Table = new(StringComparer.Ordinal)
    {
        ["audit"] = AuditCommand.RunAsync,
        ["backup"] = BackupCommand.RunAsync,
        ["migrate"] = MigrateCommand.RunAsync,
        ["public-key"] = PublicKeyCommand.RunAsync,
        ["rebuild"] = RebuildCommand.RunAsync,
        ["restore"] = RestoreCommand.RunAsync,
        ["restored"] = RestoredCommand.RunAsync,
    };

    /// <summary>Options that are said without a value.</summary>
    private static readonly string[] Switches = [AuditCommand.JsonSwitch];

    /// <summary>Runs a command, or a silo where none is named.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (args is not [var name, .. var options] || name.StartsWith('-'))
            return await SiloProgram.RunAsync(args);
        try
        {
            return Table.TryGetValue(name, out var run)
                ? await run(Configuration(options))
                : throw new CommandException(
                    $"'{name}' is no command: it is one of {string.Join(", ", Table.Keys)}, or nothing to run a silo.");
        }
        catch (Exception e) when (e is MisconfigurationException or CommandException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    /// <summary>The same keys from the same places as a silo's, and the command's own options.</summary>
    private static IConfiguration Configuration(string[] options) =>
        new ConfigurationBuilder().AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables()
            .AddCommandLine([.. options.Select(o => Switches.Contains(o) ? o + "=true" : o)])
            .Build();
}
