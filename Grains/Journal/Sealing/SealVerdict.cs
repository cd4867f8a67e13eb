namespace Tocsin.Journal.Sealing;

/// <summary>What a check of a seal's signature comes to.</summary>
public enum SealVerdict
{
    /// <summary>It is signed by this deployment behind the seals before it.</summary>
    Valid,

    /// <summary>It is a seal by HMAC, and there is no secret to check it with. The next signed seal covers it.</summary>
    Unchecked,

    /// <summary>It is not signed by this deployment, or not behind the seals before it.</summary>
    Forged,
}
