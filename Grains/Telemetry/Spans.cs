using System.Diagnostics;

namespace Tocsin.Telemetry;

/// <summary>
/// The spans of a command inside the cluster. None is made when nobody listens. They name things and counts, never people or what was said.
/// </summary>
public static class Spans
{
    /// <summary>The name of their source.</summary>
    public const string SourceName = "Tocsin.Dispatch";

    /// <summary>The span of the system's own command that fires clocks: the root of its trace.</summary>
    public const string Firing = "clocks.fire";

    /// <summary>From asking for the gates of the streams that a command touches to holding them all.</summary>
    internal const string Gates = "gates";

    /// <summary>From the writer's queue to the answer that it is durable.</summary>
    internal const string Append = "journal.append";

    internal static readonly ActivitySource Source = new(SourceName);
}
