using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Streams;

namespace Tocsin.Incidents;

/// <summary>One incident: a thin shell round <see cref="IncidentRules"/>.</summary>
[Reentrant, GrainType("incident")]
internal sealed class IncidentGrain(StreamHost host) : StreamGrain(host, StreamKind.Incident), IIncidentGrain, IIncidentStream
{
    /// <inheritdoc/>
    public Task<CommandAnswer> Execute(IncidentCommand command, CommandContext context)
    {
        var id = IncidentId.Of(this.GetPrimaryKeyString());
        return RunAsync(new CommandPlan(
            command,
            context,
            world => IncidentRules.Streams(id, command, world),
            (world, facts) => IncidentRules.Decide(id, command, world, facts)));
    }

    /// <inheritdoc/>
    private protected override CommandPlan? Firing(CommandContext context)
    {
        var id = IncidentId.Of(this.GetPrimaryKeyString());
        return new CommandPlan(FireClocks.Instance, context, _ => [id.Stream], (world, facts) => IncidentRules.Decide(id, FireClocks.Instance, world, facts));
    }
}
