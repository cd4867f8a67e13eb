using Tocsin.Tests.Load.Contract;

namespace Tocsin.Tests.Load.Year.Planning;

/// <summary>A unit of the county.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Station">Its station.</param>
/// <param name="Home">Where it stands.</param>
public sealed record YearUnit(string Id, string Station, PointView Home);
