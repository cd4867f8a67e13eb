using Tocsin.Commands;

namespace Tocsin.RunCards;

/// <summary>One run card. Its key is the card's id.</summary>
[Alias("tocsin.IRunCardGrain")]
public interface IRunCardGrain : IGrainWithStringKey
{
    /// <summary>Carries a command out. What is answered is durable; the same command id is safe to repeat.</summary>
    /// <param name="command">The command to carry out.</param>
    /// <param name="context">Who gives the command, under which id, and for which version.</param>
    [Alias("Execute")]
    Task<CommandAnswer> Execute(RunCardCommand command, CommandContext context);
}
