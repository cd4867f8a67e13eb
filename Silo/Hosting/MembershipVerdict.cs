namespace Tocsin.Hosting;

/// <summary>What follows from the table of members and one silo's view of it.</summary>
internal enum MembershipVerdict
{
    /// <summary>They agree, or the view is only a little older than the table.</summary>
    Agrees,

    /// <summary>The table is older than the view, or has other members at the same version: it went back in time.</summary>
    WentBack,

    /// <summary>The table is as new as the view, and this silo is not an active member of it.</summary>
    NotAMember,
}
