using Tocsin.Tests.Load.Contract;

namespace Tocsin.Tests.Load.Replay.Reading;

/// <summary>One row of the file, read: texts trimmed, times as instants, the place as far as it is one.</summary>
/// <param name="Line">Line of the file, 1 being the headings.</param>
/// <param name="Incident">Incident number, else call number.</param>
/// <param name="Call">Call number, empty where there is none.</param>
/// <param name="Unit">The unit, in characters that an id may have.</param>
/// <param name="UnitType">Kind of the unit, empty where there is none.</param>
/// <param name="Als">Whether the unit had advanced life support aboard.</param>
/// <param name="Sequence">Order of dispatch, <see cref="int.MaxValue"/> where there is none.</param>
/// <param name="Category">Call type.</param>
/// <param name="Priority">Final priority as written.</param>
/// <param name="Disposition">Final disposition.</param>
/// <param name="Station">Station area, else battalion.</param>
/// <param name="Box">Alarm box.</param>
/// <param name="Place">Address and coordinates; null when there is neither.</param>
/// <param name="Times">The eight times.</param>
public sealed record FileRow(
    int Line,
    string Incident,
    string Call,
    string Unit,
    string UnitType,
    bool Als,
    int Sequence,
    string Category,
    string Priority,
    string Disposition,
    string Station,
    string Box,
    PlaceView? Place,
    RowTimes Times);
