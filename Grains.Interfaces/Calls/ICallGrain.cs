using Tocsin.Commands;

namespace Tocsin.Calls;

/// <summary>One call. Its key is the call's id.</summary>
[Alias("tocsin.ICallGrain")]
public interface ICallGrain : IGrainWithStringKey
{
    /// <summary>Carries a command out. What is answered is durable; the same command id is safe to repeat.</summary>
    /// <param name="command">The command to carry out.</param>
    /// <param name="context">Who gives the command, under which id, and for which version.</param>
    /// <returns>The call as it now stands, or the refusal.</returns>
    /// <exception cref="Journal.JournalUnavailableException">
    /// The journal cannot be reached; whether the command was carried out is not known.
    /// </exception>
    [Alias("Execute")]
    Task<CommandAnswer> Execute(CallCommand command, CommandContext context);
}
