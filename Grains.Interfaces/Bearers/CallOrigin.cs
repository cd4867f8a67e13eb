namespace Tocsin.Bearers;

/// <summary>What a call to a silo says of where it comes from, in Orleans' request context.</summary>
public static class CallOrigin
{
    /// <summary>
    /// The entry of every call of this version: from a gateway the digest of the token of the person for whom it calls, or
    /// <see cref="Nobody"/>; from a silo what only silos know. Whoever knows the digest of a token can use it, as the token itself.
    /// </summary>
    public const string Key = "tocsin.from";

    /// <summary>The entry with the token itself: sent when a silo asks for it.</summary>
    public const string TokenKey = "tocsin.token";

    /// <summary>The value of <see cref="Key"/> of a call that a gateway makes for itself.</summary>
    public const string Nobody = "";
}
