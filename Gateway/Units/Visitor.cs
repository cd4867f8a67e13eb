using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Units;

/// <summary>A neighbour's unit as it is received over HTTP.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Command">The command.</param>
/// <param name="Position">Where it is; null: not known.</param>
internal sealed record Visitor(UnitId Id, ReceiveVisitor Command, VisitorPosition? Position);

/// <summary>Where a neighbour's unit is.</summary>
/// <param name="Point">The place.</param>
/// <param name="At">When it was there; null: now.</param>
internal sealed record VisitorPosition(GeoPoint Point, DateTimeOffset? At);
