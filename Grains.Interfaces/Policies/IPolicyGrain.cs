using Tocsin.Commands;

namespace Tocsin.Policies;

/// <summary>One timing policy. Its key is the policy's name.</summary>
[Alias("tocsin.IPolicyGrain")]
public interface IPolicyGrain : IGrainWithStringKey
{
    /// <summary>Carries a command out. What is answered is durable; the same command id is safe to repeat.</summary>
    /// <param name="command">The command to carry out.</param>
    /// <param name="context">Who gives the command, under which id, and for which version.</param>
    [Alias("Execute")]
    Task<CommandAnswer> Execute(PolicyCommand command, CommandContext context);
}
