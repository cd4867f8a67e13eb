using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Streams;

namespace Tocsin.Incidents;

/// <summary>The activation of one incident. <see cref="IncidentCases"/> says what its commands do.</summary>
[Reentrant, GrainType("incident")]
internal sealed class IncidentGrain(StreamHost host) : StreamGrain(host, StreamKind.Incident), IIncidentGrain, IIncidentStream
{
    /// <inheritdoc/>
    public Task<CommandAnswer> Execute(IncidentCommand command, CommandContext context) => RunAsync(command, context);
}
