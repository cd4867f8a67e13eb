using Tocsin.Commands;

namespace Tocsin.Incidents;

/// <summary>One incident. Its key is the incident's id.</summary>
[Alias("tocsin.IIncidentGrain")]
public interface IIncidentGrain : IGrainWithStringKey
{
    /// <summary>Carries a command out. What is answered is durable; the same command id is safe to repeat.</summary>
    /// <param name="command">The command to carry out.</param>
    /// <param name="context">Who gives the command, under which id, and for which version.</param>
    /// <returns>The incident as it now stands, or the refusal.</returns>
    /// <exception cref="Journal.JournalUnavailableException">
    /// The journal cannot be reached; whether the command was carried out is not known.
    /// </exception>
    [Alias("Execute")]
    Task<CommandAnswer> Execute(IncidentCommand command, CommandContext context);
}
