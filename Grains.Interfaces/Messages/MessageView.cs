using Tocsin.Identity;

namespace Tocsin.Messages;

/// <summary>A message as the contract shows it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Text">1 to 1,000 characters.</param>
/// <param name="From">Who wrote it.</param>
/// <param name="To">Whom it is for.</param>
/// <param name="SentAt">When it was written, as the device saw it.</param>
/// <param name="IncidentId">The incident that it is about, or on which it stands.</param>
/// <param name="ReadAt">When the first of those whom it is for had read it; null: nobody has.</param>
/// <param name="ReadBy">Each party that has read it, in the order of reading.</param>
/// <param name="RecordedAt">When the centre had it: the order in which messages are shown, whatever a device's clock says.</param>
[GenerateSerializer, Immutable, Alias("tocsin.MessageView")]
public sealed record MessageView(
    [property: Id(0)] MessageId Id,
    [property: Id(1)] string Text,
    [property: Id(2)] Correspondent From,
    [property: Id(3)] MessageTo To,
    [property: Id(4)] DateTimeOffset SentAt,
    [property: Id(5)] IncidentId? IncidentId,
    [property: Id(6)] DateTimeOffset? ReadAt,
    [property: Id(7)] IReadOnlyList<ReadingView> ReadBy,
    [property: Id(8)] DateTimeOffset RecordedAt);
