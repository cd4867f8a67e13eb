using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Streams;

namespace Tocsin.Policies;

/// <summary>One timing policy: a thin shell round <see cref="PolicyRules"/>.</summary>
[Reentrant, GrainType("policy")]
internal sealed class PolicyGrain(StreamHost host) : StreamGrain(host, StreamKind.Policy), IPolicyGrain, IPolicyStream
{
    /// <inheritdoc/>
    public Task<CommandAnswer> Execute(PolicyCommand command, CommandContext context)
    {
        var id = PolicyId.Of(this.GetPrimaryKeyString());
        return RunAsync(new CommandPlan(command, context, _ => [id.Stream], (world, facts) => PolicyRules.Decide(id, command, world, facts)));
    }
}
