namespace Tocsin.Secrets;

/// <summary>The purposes of the deployment's keys.</summary>
public static class KeyPurpose
{
    /// <summary>The HMAC of a seal over the journal's heads.</summary>
    public const string Seal = "tocsin seal";

    /// <summary>The private half of the Ed25519 key that signs seals.</summary>
    public const string SealSignature = "tocsin seal signature";

    /// <summary>The keyed digests of request bodies and of personal data.</summary>
    public const string Digest = "tocsin digest";

    /// <summary>The signature of development tokens.</summary>
    public const string DevToken = "tocsin dev token";

    /// <summary>The keyed digests of search words in the access log.</summary>
    public const string Access = "tocsin access";

    /// <summary>What a silo says in its calls to other silos, so that they know it for one.</summary>
    public const string Member = "tocsin member";
}
