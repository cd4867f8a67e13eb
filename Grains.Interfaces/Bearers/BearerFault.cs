namespace Tocsin.Bearers;

/// <summary>Why a silo refuses a call of a gateway.</summary>
public enum BearerFault
{
    /// <summary>It says nothing of where it comes from, or names no token where one is needed.</summary>
    NoToken = 0,

    /// <summary>The token is no good one: its signature, issuer, audience, form or claims.</summary>
    BadToken = 1,

    /// <summary>The token has expired.</summary>
    Expired = 2,

    /// <summary>The call acts for somebody else than the token's person, in a role that the token lacks, or for another unit.</summary>
    AnotherPerson = 3,

    /// <summary>Gateways have no business there: it is for silos only.</summary>
    NotForGateways = 4,
}
