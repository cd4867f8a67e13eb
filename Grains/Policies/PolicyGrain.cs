using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Streams;

namespace Tocsin.Policies;

/// <summary>The activation of one timing policy. <see cref="PolicyCases"/> says what its commands do.</summary>
[Reentrant, GrainType("policy")]
internal sealed class PolicyGrain(StreamHost host) : StreamGrain(host, StreamKind.Policy), IPolicyGrain, IPolicyStream
{
    /// <inheritdoc/>
    public Task<CommandAnswer> Execute(PolicyCommand command, CommandContext context) => RunAsync(command, context);
}
