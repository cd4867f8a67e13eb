namespace Tocsin.Tests.Load.Replay;

/// <summary>The things of the file that have a place in the contract, under the names that people read.</summary>
public static class Fields
{
    /// <summary>A whole row.</summary>
    public const string Row = "row";

    /// <summary>Received DtTm: the incident's <c>receivedAt</c>.</summary>
    public const string Receipt = "receipt";

    /// <summary>Call Type: <c>category</c>.</summary>
    public const string Type = "type";

    /// <summary>Final Priority: <c>priority</c>.</summary>
    public const string Priority = "priority";

    /// <summary>Address, city, zip code and location: <c>location</c>.</summary>
    public const string Place = "place";

    /// <summary>Station Area, else Battalion: <c>station</c> of the incident.</summary>
    public const string Station = "station";

    /// <summary>Call Final Disposition: <c>disposition</c>.</summary>
    public const string Disposition = "disposition";

    /// <summary>A further Call Number on one incident: a call that joins it.</summary>
    public const string Call = "call";

    /// <summary>Unit ID: the unit.</summary>
    public const string Unit = "unit";

    /// <summary>Dispatch DtTm: <c>assignedAt</c>.</summary>
    public const string Dispatch = "dispatch";

    /// <summary>Response DtTm: <c>enRouteAt</c>.</summary>
    public const string Response = "response";

    /// <summary>On Scene DtTm: <c>onSceneAt</c>.</summary>
    public const string OnScene = "on scene";

    /// <summary>Available DtTm: <c>clearedAt</c>.</summary>
    public const string Available = "available";

    /// <summary>Entry DtTm: no place in the contract.</summary>
    public const string Entry = "entry";

    /// <summary>Transport DtTm: no place in the contract.</summary>
    public const string Transport = "transport";

    /// <summary>Hospital DtTm: no place in the contract.</summary>
    public const string Hospital = "hospital";
}
