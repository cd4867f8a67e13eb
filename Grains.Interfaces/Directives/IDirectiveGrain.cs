using Tocsin.Commands;

namespace Tocsin.Directives;

/// <summary>One directive. Its key is the directive's id.</summary>
[Alias("tocsin.IDirectiveGrain")]
public interface IDirectiveGrain : IGrainWithStringKey
{
    /// <summary>Carries a command out. What is answered is durable; the same command id is safe to repeat.</summary>
    /// <param name="command">The command to carry out.</param>
    /// <param name="context">Who gives the command, under which id, and for which version.</param>
    /// <returns>
    /// The directive as it now stands, for <see cref="IssueDirectives"/> a <see cref="DirectiveGroup"/>; or the refusal.
    /// </returns>
    /// <exception cref="Journal.JournalUnavailableException">
    /// The journal cannot be reached; whether the command was carried out is not known.
    /// </exception>
    [Alias("Execute")]
    Task<CommandAnswer> Execute(DirectiveCommand command, CommandContext context);
}
