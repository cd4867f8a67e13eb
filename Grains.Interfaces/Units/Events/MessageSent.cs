using Tocsin.Identity;
using Tocsin.Messages;

namespace Tocsin.Units;

/// <summary>A message to the unit, or from it to the centre; occurred when it was written.</summary>
/// <param name="MessageId">Its id.</param>
/// <param name="To">Unit or Centre.</param>
/// <param name="Text">What it says.</param>
/// <param name="From">Who wrote it.</param>
/// <param name="IncidentId">The incident that it is about.</param>
public sealed record MessageSent(
    MessageId MessageId,
    MessageTo To,
    string Text,
    Correspondent From,
    IncidentId? IncidentId) : UnitEvent;
