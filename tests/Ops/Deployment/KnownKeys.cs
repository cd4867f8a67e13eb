using System.Text.RegularExpressions;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Ops.Deployment;

/// <summary>The keys that the program knows: those that its own source names.</summary>
internal static partial class KnownKeys
{
    private static readonly string[] Rooms = ["Grains", "Silo", "Gateway"];

    // What .NET and PostgreSQL's library read themselves.
    private static readonly string[] Foreign =
    [
        "ASPNETCORE_URLS", "DOTNET_EnableDiagnostics", "SSL_CERT_FILE",
        "PGPASSFILE", "PGHOST", "PGUSER", "PGDATABASE", "PGSSLMODE", "PGSSLROOTCERT",
    ];

    private static readonly HashSet<string> All = [.. Foreign, .. Named()];

    /// <summary>Whether a variable of the environment is one that is read.</summary>
    public static bool Has(string variable) => All.Contains(variable);

    private static IEnumerable<string> Named() => Rooms
        .SelectMany(room => Directory.EnumerateFiles(Path.Combine(Checkout.Root, room), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal))
        .SelectMany(file => Key().Matches(File.ReadAllText(file)))
        .Select(key => key.Value.Replace(":", "__", StringComparison.Ordinal));

    [GeneratedRegex(@"\b(Tocsin|ConnectionStrings)(:[A-Z][A-Za-z]+)+\b")]
    private static partial Regex Key();
}
