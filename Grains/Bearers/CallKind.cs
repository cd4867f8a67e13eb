namespace Tocsin.Bearers;

/// <summary>What a silo asks of a gateway that makes a call.</summary>
internal enum CallKind
{
    /// <summary>It may not make it.</summary>
    ForSilos,

    /// <summary>Nothing: Orleans makes it by itself, in a client or within a silo.</summary>
    OfOrleans,

    /// <summary>Nothing: it is made for nobody.</summary>
    ForGateways,

    /// <summary>Any good token, with one of the roles.</summary>
    SignedIn,

    /// <summary>The token of the person that the call names.</summary>
    Named,
}
