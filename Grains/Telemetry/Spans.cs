using System.Diagnostics;

namespace Tocsin.Telemetry;

/// <summary>
/// The spans of a command inside the cluster. None is made if nobody listens. They carry ids of things and counts, never personal data or
/// texts.
/// </summary>
public static class Spans
{
    /// <summary>The name of their source.</summary>
    public const string SourceName = "Tocsin.Dispatch";

    /// <summary>The command that fires clocks. Nobody calls it, so it is the root of its trace.</summary>
    public const string Firing = "clocks.fire";

    /// <summary>The wait for the gates of all streams that a command touches.</summary>
    internal const string Gates = "gates";

    /// <summary>From entering the writer's queue until the append is durable.</summary>
    internal const string Append = "journal.append";

    internal static readonly ActivitySource Source = new(SourceName);
}
