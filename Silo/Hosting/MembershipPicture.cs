namespace Tocsin.Hosting;

/// <summary>Who is active, as of a version: by the table of members, or by one silo's view.</summary>
/// <param name="Version">The version of the table.</param>
/// <param name="Active">The active silos.</param>
internal sealed record MembershipPicture(long Version, IReadOnlySet<SiloAddress> Active)
{
    /// <summary>How many silos are active in one picture only.</summary>
    public int DifferenceTo(MembershipPicture other) => Active.Count + other.Active.Count - (2 * Active.Count(other.Active.Contains));

    /// <summary>Judges the table by what an active silo believes.</summary>
    /// <param name="table">The table.</param>
    /// <param name="view">What the silo believes.</param>
    /// <param name="self">The silo.</param>
    public static MembershipVerdict Judge(MembershipPicture table, MembershipPicture view, SiloAddress self) =>
        table.Version < view.Version || (table.Version == view.Version && table.DifferenceTo(view) > 0) ? MembershipVerdict.WentBack
        : table.Active.Contains(self) ? MembershipVerdict.Agrees
        : MembershipVerdict.NotAMember;
}
