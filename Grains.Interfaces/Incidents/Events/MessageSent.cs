using Tocsin.Identity;
using Tocsin.Messages;

namespace Tocsin.Incidents;

/// <summary>A message to all who are on the incident; occurred when it was written.</summary>
/// <param name="MessageId">Its id.</param>
/// <param name="Text">What it says.</param>
/// <param name="From">Who wrote it.</param>
public sealed record MessageSent(MessageId MessageId, string Text, Correspondent From) : IncidentEvent;
