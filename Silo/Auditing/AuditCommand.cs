using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;
using Tocsin.Access;
using Tocsin.Auditing.PostgreSql;
using Tocsin.Auditing.Sqlite;
using Tocsin.Hosting;
using Tocsin.Journal;
using Tocsin.Journal.Sqlite;
using Tocsin.Settings;

namespace Tocsin.Auditing;

/// <summary>
/// <c>dotnet run --project Silo -- audit [--json] [--public-key FILE] [--seals FILE]</c>: checks a journal, at rest or while it is written,
/// with the configuration of a silo. See <c>docs/audit.md</c>.
/// </summary>
public static class AuditCommand
{
    /// <summary>The switch that asks for a report that programs can read.</summary>
    public const string JsonSwitch = "--json";

    /// <summary>The option that names a file of public keys of the seals.</summary>
    private const string PublicKeyOption = "public-key";

    /// <summary>The option that names a copy of the seals.</summary>
    private const string SealsOption = "seals";

    /// <summary>The name that stands for standard input.</summary>
    private const string StandardInput = "-";

    private const int Clean = 0;
    private const int Found = 1;
    private const int Unchecked = 2;

    /// <summary>Runs the audit and prints its report.</summary>
    /// <returns>0: nothing is wrong; 1: something is; 2: it could not be checked, and one line says why.</returns>
    public static async Task<int> RunAsync(IConfiguration configuration)
    {
        try
        {
            var settings = TocsinSettings.Read(configuration);
            var keys = await AuditKeys.FindAsync(settings, CommandOptions.FileOrNull(configuration, PublicKeyOption));

            // Before the snapshot: a seal that is made between the two must not be missed in it.
            var copy = await ReadCopyAsync(configuration);
            await using var snapshot = await OpenAsync(settings);
            var access = OpenAccess(settings);
            var report = await new JournalAudit(snapshot, keys, TimeProvider.System, copy, access).RunAsync();
            await DisposeAsync(access);
            var asJson = bool.TrueString.Equals(configuration[JsonSwitch.TrimStart('-')], StringComparison.OrdinalIgnoreCase);
            await Console.Out.WriteLineAsync(asJson ? AuditJson.Write(report) : AuditText.Write(report));
            return report.IsClean ? Clean : Found;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB)
        {
            await Console.Error.WriteLineAsync($"Damaged: SQLite cannot read the journal's file: {e.Message.ReplaceLineEndings(" ")}");
            return Found;
        }
        catch (Exception e) when (e is MisconfigurationException or CommandException or NpgsqlException or SqliteException
            or SocketException or IOException or UnauthorizedAccessException or JournalUnavailableException or InvalidCastException
            or ArgumentException or FormatException)
        {
            await Console.Error.WriteLineAsync($"Not checked: {e.Message.ReplaceLineEndings(" ")}");
            return Unchecked;
        }
    }

    private static async Task<SealCopy?> ReadCopyAsync(IConfiguration configuration)
    {
        if (configuration[SealsOption] == StandardInput)
            return await SealCopy.ReadAsync(Console.In);
        if (CommandOptions.FileOrNull(configuration, SealsOption) is not { } file)
            return null;
        using var reader = new StreamReader(file);
        return await SealCopy.ReadAsync(reader);
    }

    private static async Task<IAuditSnapshot> OpenAsync(TocsinSettings settings) => settings.Mode == RunMode.Embedded
        ? SqliteAuditSnapshot.Open(settings.DataDirectory)
        : await PostgresAuditSnapshot.OpenAsync(settings.ConnectionString, CancellationToken.None);

    // Null: a folder of before the access log, or one that lost it.
    private static IAccessStore? OpenAccess(TocsinSettings settings) =>
        settings.Mode != RunMode.Embedded ? AccessStores.OnPostgres(settings.ConnectionString)
        : File.Exists(DataDirectory.AccessIn(settings.DataDirectory))
            ? AccessStores.OnSqlite(DataDirectory.AccessIn(settings.DataDirectory), readOnly: true)
        : null;

    private static async ValueTask DisposeAsync(IAccessStore? access)
    {
        if (access is IAsyncDisposable pool)
            await pool.DisposeAsync();
        (access as IDisposable)?.Dispose();
    }
}
