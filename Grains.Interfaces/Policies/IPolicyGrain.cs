using Tocsin.Commands;

namespace Tocsin.Policies;

/// <summary>One timing policy. Its key is its name.</summary>
[Alias("tocsin.IPolicyGrain")]
public interface IPolicyGrain : IGrainWithStringKey
{
    /// <summary>Carries a command out: its answer is durable.</summary>
    [Alias("Execute")]
    Task<CommandAnswer> Execute(PolicyCommand command, CommandContext context);
}
