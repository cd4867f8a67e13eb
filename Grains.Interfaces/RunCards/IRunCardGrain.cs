using Tocsin.Commands;

namespace Tocsin.RunCards;

/// <summary>One run card. Its key is its id.</summary>
[Alias("tocsin.IRunCardGrain")]
public interface IRunCardGrain : IGrainWithStringKey
{
    /// <summary>Carries a command out: its answer is durable.</summary>
    [Alias("Execute")]
    Task<CommandAnswer> Execute(RunCardCommand command, CommandContext context);
}
