using System.Diagnostics;
using OpenTelemetry;

namespace Tocsin.Telemetry;

/// <summary>
/// Takes from spans what may name people: what was searched for, who asks from where, and the words of exceptions (these stand in the log).
/// </summary>
internal sealed class Discretion : BaseProcessor<Activity>
{
    private static readonly string[] s_unsaid =
    [
        "url.query",
        "client.address",
        "client.port",
        "network.peer.address",
        "network.peer.port",
        "user_agent.original",
        "exception.message",
        "exception.stacktrace",
    ];

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        foreach (var tag in s_unsaid)
            data.SetTag(tag, null);
    }
}
