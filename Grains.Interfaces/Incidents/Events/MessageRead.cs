using Tocsin.Identity;
using Tocsin.Messages;

namespace Tocsin.Incidents;

/// <summary>A party has read a message.</summary>
/// <param name="MessageId">Which one.</param>
/// <param name="By">The first of the party who did.</param>
public sealed record MessageRead(MessageId MessageId, Correspondent By) : IncidentEvent;
