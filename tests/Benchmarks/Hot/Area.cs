namespace Tocsin.Tests.Benchmarks.Hot;

/// <summary>What a method is there for, by the beginning of its full name.</summary>
internal static class Area
{
    /// <summary>The runtime's own library: it works for whoever called it.</summary>
    public const string None = "the rest of .NET";

    // The first that fits: the finer before the coarser.
    private static readonly (string Prefix, string Name)[] All =
    [
        ("OrleansCodeGen.", "Orleans serialization"),
        ("Orleans.Serialization.", "Orleans serialization"),
        ("Orleans.Runtime.Messaging.", "Orleans messaging"),
        ("Orleans.Networking.", "Orleans messaging"),
        ("Orleans.Messaging.", "Orleans messaging"),
        ("Orleans.Connections.", "Orleans messaging"),
        ("Orleans.Runtime.Scheduler.", "Orleans scheduling"),
        ("Orleans.", "Orleans, the rest"),
        ("Tocsin.Journal.", "Tocsin: journal"),
        ("Tocsin.Streams.", "Tocsin: streams"),
        ("Tocsin.Live.", "Tocsin: live board and feed"),
        ("Tocsin.SignIn.", "Tocsin: sign-in"),
        ("Tocsin.Commands.", "Tocsin: commands"),
        ("Tocsin.Telemetry.", "Tocsin: telemetry"),
        ("Tocsin.", "Tocsin, the rest"),
        ("Npgsql.", "Npgsql"),
        ("Microsoft.Data.Sqlite.", "SQLite"),
        ("SQLitePCL.", "SQLite"),
        ("System.Text.Json.", "JSON"),
        ("System.Text.Encodings.Web.", "JSON"),
        ("System.Security.Cryptography.", "hashing, signatures"),
        ("Interop+Crypto.", "hashing, signatures"),
        ("System.IO.Hashing.", "hashing, signatures"),
        ("Microsoft.IdentityModel.", "tokens"),
        ("System.IdentityModel.", "tokens"),
        ("Microsoft.AspNetCore.Authentication.", "tokens"),
        ("Microsoft.AspNetCore.Server.Kestrel.", "Kestrel"),
        ("Microsoft.AspNetCore.", "ASP.NET Core, the rest"),
        ("System.IO.Pipelines.", "pipes, sockets"),
        ("System.Net.Sockets.", "pipes, sockets"),
        ("Interop+Sys.", "pipes, sockets"),
        ("OpenTelemetry.", "OpenTelemetry, metrics"),
        ("System.Diagnostics.Metrics.", "OpenTelemetry, metrics"),
        ("System.Diagnostics.Activity", "OpenTelemetry, metrics"),
        ("System.Diagnostics.DiagnosticListener", "OpenTelemetry, metrics"),
        ("Microsoft.Extensions.Logging.", "logging"),
        ("Microsoft.Extensions.", "Microsoft.Extensions, the rest"),
        ("System.Threading.PortableThreadPool", "thread pool"),
        ("System.Threading.ThreadPoolWorkQueue", "thread pool"),
        ("System.Threading.LowLevelLifoSemaphore", "thread pool"),
    ];

    /// <summary>The area of a method; <see cref="None"/> where only its callers can say.</summary>
    public static string Of(string method)
    {
        foreach (var (prefix, name) in All)
        {
            if (method.StartsWith(prefix, StringComparison.Ordinal))
                return name;
        }

        return None;
    }
}
